import type { INodeParameters } from 'n8n-workflow';
import { idLocator } from '../../n8n/workflows.mts';

/** The client organization of the sandbox. */
export const CLIENT = '1534000000000000003';

/** The field of the node that makes it act for the client. */
export const AS_CLIENT: INodeParameters = { organizationId: idLocator(CLIENT) };
