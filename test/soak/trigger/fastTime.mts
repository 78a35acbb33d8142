/**
 * Imported into n8n before it starts, this makes time pass faster there: two hours take minutes. All else is n8n as
 * it is. Dates and timers are those of JavaScript; Node.js's own limits, such as those of sockets, stay real.
 */
import { fastClock, fastTimeFrom } from './fastClock.mts';

const time = fastTimeFrom(process.env);
const now = fastClock(time);

globalThis.Date = new Proxy(Date, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
  apply: () => new Date().toString(),
  get: (target, name, receiver) =>
    name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown),
});

globalThis.setTimeout = faster(setTimeout);
globalThis.setInterval = faster(setInterval);

function faster<Timer extends typeof setTimeout | typeof setInterval>(timer: Timer): Timer {
  return new Proxy(timer, {
    apply(target, self: unknown, [callback, ms, ...args]: unknown[]): unknown {
      const shorter = typeof ms === 'number' ? ms / time.speed : ms;
      return Reflect.apply(target, self, [callback, shorter, ...args]);
    },
  });
}
