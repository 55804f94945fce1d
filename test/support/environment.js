/** Where tests run: as jest has it, and with what they share with modules that Node loaded. */
import { loadAsNode } from './as-node.js'
import { TestEnvironment } from './jest-parts.js'

export default class Environment extends TestEnvironment {
  constructor(...given) {
    super(...given)
    Object.assign(this.global, { loadAsNode, Error, JSON, RangeError, SyntaxError, TypeError })
  }
}
