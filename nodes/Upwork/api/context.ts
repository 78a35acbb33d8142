import type { IExecuteFunctions, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';

/** Where in n8n the nodes call Upwork from: an execution, a poll, or a list in the editor. */
export type UpworkContext = IExecuteFunctions | IPollFunctions | ILoadOptionsFunctions;
