// Both nodes in one bundle: they share the rate limiter and the renewal of tokens.
export { resources } from './resources';
export { Upwork } from './Upwork.node';
export { UpworkTrigger } from './UpworkTrigger.node';
