/**
 * Whether a text can be the ID of an organization. Upwork: it has digits only. Anything else could get
 * lost on its way into the header, and without it the user's default organization answers.
 */
export const isOrganizationId = (text: string): boolean => /^\d{1,20}$/.test(text);
