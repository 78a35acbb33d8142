/**
 * Whether a text can be the ID of an organization. Upwork: it has digits only. Anything else might
 * not make it into the header, and without the header Upwork uses the default organization.
 */
export const isOrganizationId = (text: string): boolean => /^\d{1,20}$/.test(text);
