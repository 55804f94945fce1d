/**
 * Runs the tests in two lanes, side by side. Those about time wait more than they work: they have a lane in which they run one
 * after the other, whatever runs in the other one, which has two workers at least.
 */
import { withFilesInMemory } from './in-memory.js'
import { Runner as Usual } from './jest-parts.js'

/** Of those of a real process, all that look at more than what it leaves behind. */
const ABOUT_TIME = /[\\/]test[\\/]process[\\/](?!backup|failed|files|praise|prizes\.|prizes-months|rounds-)/
/** What takes longest, whatever its size: it begins first, so that nobody waits for it alone at the end. */
const LONG = /[\\/]test[\\/](access[\\/]walk|chaos|cli|hostile|playground[\\/]seeds|process)/

export default class Runner extends Usual {
  constructor(config, context) {
    super(config, context)
    this.timed = new Usual({ ...config, maxWorkers: 1 }, context)
    this.others = new Usual({ ...config, maxWorkers: Math.max(2, config.maxWorkers - 1) }, context)
  }

  runTests(...tests) {
    return withFilesInMemory(() => this.runLanes(...tests))
  }

  async runLanes(tests, watcher, options) {
    const isLong = ({ path }) => LONG.test(path)
    const ordered = [...tests.filter(isLong), ...tests.filter((test) => !isLong(test))]
    const timed = ordered.filter(({ path }) => ABOUT_TIME.test(path))
    if (options.serial || timed.length === 0) return super.runTests(ordered, watcher, options)
    const others = ordered.filter((test) => !timed.includes(test))
    await Promise.all([
      this.timed.runTests(timed, watcher, options),
      this.others.runTests(others, watcher, options),
    ])
  }

  on(name, listener) {
    const offs = [super.on(name, listener), this.timed.on(name, listener), this.others.on(name, listener)]
    return () => {
      for (const off of offs) off()
    }
  }
}
