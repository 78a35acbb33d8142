const { ModuleMocker } = require('jest-mock');
const vm = require('node:vm');

/** Represents the context of the worker, for which Node has no object. */
const HERE = {};

// Jest compiles each module for the context of its environment; without one, Node uses the current
// context.
const { compileFunction } = vm;
vm.compileFunction = (code, parameters, { parsingContext, ...options } = {}) =>
  compileFunction(
    code,
    parameters,
    parsingContext === HERE ? options : { ...options, parsingContext },
  );

/**
 * Runs tests in the context of the worker itself. Jest's own environment creates a new one for each
 * file, in which every access to a global is slow, and Node's errors are not instances of the
 * test's Error.
 */
module.exports = class SingleContext {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  // Fake timers would affect the worker, including Jest: tests pass a clock instead.
  fakeTimers = null;
  fakeTimersModern = null;

  /** The global keys before a test file: others are removed after it. */
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
