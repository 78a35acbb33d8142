const { ModuleMocker } = require('jest-mock');
const vm = require('node:vm');

/** Stands for the context of the worker, which Node gives no object for. */
const HERE = {};

// Jest compiles each module for the context that the environment names; without one, Node takes its own.
const { compileFunction } = vm;
vm.compileFunction = (code, parameters, { parsingContext, ...options } = {}) =>
  compileFunction(
    code,
    parameters,
    parsingContext === HERE ? options : { ...options, parsingContext },
  );

/**
 * Runs tests in the context of the worker itself. Jest's own environment makes a new one for each file, in
 * which every access to a global is slow, and an Error of Node's own is no instance of the test's Error.
 */
module.exports = class SingleContext {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  // Fake timers would be the worker's own, Jest's among them: tests pass a clock instead.
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
