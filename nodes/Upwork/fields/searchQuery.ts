import type { Parameters } from './parameters';

/**
 * The search query of jobs. Throws if a quotation mark or a parenthesis is left open: Upwork may then
 * find nothing, without an error.
 */
export function readSearchQuery(parameters: Parameters): string | undefined {
  const query = parameters.line('query');
  const unclosed = query && unclosedIn(query);
  if (!unclosed) return query;
  throw parameters.invalid(
    'query',
    `has ${unclosed}`,
    'Add the missing one, or remove this one: Upwork may find nothing otherwise.',
  );
}

function unclosedIn(query: string): string | undefined {
  const quotes = query.split('"').length - 1;
  if (quotes % 2 === 1) return 'an unclosed quotation mark';
  let open = 0;
  for (const sign of query.replace(/"[^"]*"/g, '').match(/[()]/g) ?? []) {
    open += sign === '(' ? 1 : -1;
    if (open < 0) return 'a closing parenthesis without an opening one';
  }
  return open > 0 ? 'an unclosed parenthesis' : undefined;
}
