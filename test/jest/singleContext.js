const { ModuleMocker } = require('jest-mock');
const vm = require('node:vm');

const HERE = {};

// Jest compiles every module for the context that its environment gives. Only this one has no name in Node.
const { compileFunction } = vm;
vm.compileFunction = (code, parameters, { parsingContext, ...options } = {}) =>
  compileFunction(
    code,
    parameters,
    parsingContext === HERE ? options : { ...options, parsingContext },
  );

/**
 * Runs tests in the context of the worker itself, while Jest's own environment makes one for each file:
 * there, every access to a global costs, and an Error of Node's is none of the test's.
 */
module.exports = class SingleContext {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  // For these, Jest would replace the timers and the clock of the worker.
  fakeTimers = null;
  fakeTimersModern = null;

  /** What a test file, and Jest for it, must not leave behind. */
  #ownKeys = new Set(Reflect.ownKeys(globalThis));
  #console = globalThis.console;
  #exit = process.exit;

  getVmContext() {
    return HERE;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  async setup() {}

  async teardown() {
    for (const key of Reflect.ownKeys(globalThis)) {
      if (!this.#ownKeys.has(key)) Reflect.deleteProperty(globalThis, key);
    }
    globalThis.console = this.#console;
    process.exit = this.#exit;
  }
};
