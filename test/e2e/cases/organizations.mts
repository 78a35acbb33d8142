import type { INodeParameters } from 'n8n-workflow';
import { idLocator } from '../../n8n/workflows.mts';
import { CLIENT } from '../../sandboxClient/ids.mts';

/** The field of the node that makes it act for the client. */
export const AS_CLIENT: INodeParameters = { organizationId: idLocator(CLIENT) };
