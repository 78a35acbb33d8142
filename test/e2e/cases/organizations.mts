import type { INodeParameters } from 'n8n-workflow';
import { idLocator } from '../../n8n/workflows.mts';
import { CLIENT } from '../../sandboxClient/ids.mts';

/** The field that makes the node act for the client, where only clients have the records. */
export const AS_CLIENT: INodeParameters = { organizationId: idLocator(CLIENT) };

/** The same where the field is one of the options. */
export const AS_CLIENT_BY_OPTION: INodeParameters = { options: AS_CLIENT };
