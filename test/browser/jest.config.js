import usual from '../../jest.config.js'

/** The tests of the page, in a real browser: npm run test:browser */
export default {
  ...usual,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/browser/**/*.browser.ts'],
  testTimeout: 40_000,
}
