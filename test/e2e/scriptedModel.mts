import type { Server } from 'node:http';

import { type JsonObject, jsonObject, jsonObjects, jsonString } from '../n8n/json.mts';
import { json, type Reply, type Request } from '../sandbox/http.mts';
import { listen, portOf, stop } from '../sandbox/server.mts';

export interface ToolCall {
  tool: string;
  arguments: object;
}

/** An action of the model: it calls a tool, or replies with text. */
type Act = ToolCall | string;

/** It may depend on the results of the tools so far, in order. */
export type Step = Act | ((results: string[]) => Act);

export interface OfferedTool {
  name: string;
  description: string;
  /** The JSON schema of what the model can fill in. */
  parameters: JsonObject;
}

/** A language model that follows a script, behind OpenAI's chat completions API. */
export class ScriptedModel {
  readonly #server: Server;
  readonly #requests: string[] = [];
  #script: Step[] = [];
  #offered: OfferedTool[] = [];
  #results: string[] = [];

  static async start(): Promise<ScriptedModel> {
    const server = await listen(0, (request) => model.respond(request));
    const model = new ScriptedModel(server);
    return model;
  }

  private constructor(server: Server) {
    this.#server = server;
  }

  /** The base URL for n8n's OpenAI credential. */
  get url(): string {
    return `http://127.0.0.1:${portOf(this.#server)}/v1`;
  }

  /** Follows these steps, one per request. */
  play(steps: Step[]): void {
    this.#script = [...steps];
    this.#offered = [];
    this.#results = [];
  }

  /** The tools that the last request offered. */
  get offered(): OfferedTool[] {
    return this.#offered;
  }

  /** The results of the tools in this script, as the model got them. */
  get results(): string[] {
    return this.#results;
  }

  /** Everything that was ever sent to it. */
  get received(): string {
    return this.#requests.join('\n');
  }

  async close(): Promise<void> {
    await stop(this.#server);
  }

  private respond({ path, headers, body }: Request): Reply {
    this.#requests.push(path, JSON.stringify(headers), body);
    const { messages, tools, stream } = jsonObject(JSON.parse(body));
    this.#offered = jsonObjects(tools ?? []).map((tool) => offeredTool(tool.function));
    this.#results = jsonObjects(messages)
      .filter(({ role }) => role === 'tool')
      .map(({ content }) => jsonString(content));
    const step = this.#script.shift();
    if (step === undefined || stream === true) {
      return json(400, {
        error: { message: 'The script has no further step, or the request is for a stream' },
      });
    }
    return json(200, completion(typeof step === 'function' ? step(this.#results) : step));
  }
}

function offeredTool(value: unknown): OfferedTool {
  const { name, description, parameters } = jsonObject(value);
  return {
    name: jsonString(name),
    description: jsonString(description),
    parameters: jsonObject(parameters),
  };
}

let calls = 0;

/** A response of OpenAI's API. */
function completion(act: Act): JsonObject {
  const message =
    typeof act === 'string'
      ? { role: 'assistant', content: act }
      : {
          role: 'assistant',
          content: null,
          tool_calls: [
            {
              id: `call_${++calls}`,
              type: 'function',
              function: { name: act.tool, arguments: JSON.stringify(act.arguments) },
            },
          ],
        };
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 0,
    model: 'scripted',
    choices: [
      { index: 0, message, finish_reason: typeof act === 'string' ? 'stop' : 'tool_calls' },
    ],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  };
}
