import type { IncomingHttpHeaders } from 'node:http';

/** What a client sent. */
export interface Request {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
  /** The raw body: files are not text. */
  bytes: Buffer;
  /** The client's address: Upwork counts its limits per address. */
  address: string;
}

/** The response of the sandbox. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** Drops the connection: at once, or when half of the announced bytes have been sent. */
  drop?: 'at once' | 'halfway';
}

export type Handler = (request: Request) => Reply | Promise<Reply>;

export function reply(
  status: number,
  type: string,
  body: string,
  headers: Record<string, string> = {},
): Reply {
  return { status, headers: { 'Content-Type': type, ...headers }, body };
}

export function json(status: number, value: unknown, headers?: Record<string, string>): Reply {
  return reply(status, 'application/json', JSON.stringify(value), headers);
}

export function html(status: number, page: string): Reply {
  return reply(status, 'text/html; charset=utf-8', page);
}

/** Parses JSON from outside; `undefined` if it isn't JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
