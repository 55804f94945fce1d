/**
 * Runs the tests in two lanes, side by side. Those of `test/process` are about time, and wait more than they work: they have a
 * lane in which they run one after the other, whatever runs in the other one, which has two workers at least.
 */
import { withFilesInMemory } from './in-memory.js'
import { Runner as Usual } from './jest-parts.js'

const ABOUT_TIME = /[\\/]test[\\/]process[\\/]/

export default class Runner extends Usual {
  constructor(config, context) {
    super(config, context)
    this.processes = new Usual({ ...config, maxWorkers: 1 }, context)
    this.others = new Usual({ ...config, maxWorkers: Math.max(2, config.maxWorkers - 1) }, context)
  }

  runTests(...tests) {
    return withFilesInMemory(() => this.runLanes(...tests))
  }

  async runLanes(tests, watcher, options) {
    const timed = tests.filter(({ path }) => ABOUT_TIME.test(path))
    if (options.serial || timed.length === 0) return super.runTests(tests, watcher, options)
    const others = tests.filter((test) => !timed.includes(test))
    await Promise.all([
      this.processes.runTests(timed, watcher, options),
      this.others.runTests(others, watcher, options),
    ])
  }

  on(name, listener) {
    const offs = [super.on(name, listener), this.processes.on(name, listener), this.others.on(name, listener)]
    return () => {
      for (const off of offs) off()
    }
  }
}
