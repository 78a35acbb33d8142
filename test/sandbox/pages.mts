const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** An HTML page. Plain and neutral on purpose: nobody should mistake it for Upwork's. */
export function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; color: #222; background: #f2f2f0; margin: 0; }
  main { max-width: 32rem; margin: 12vh auto; padding: 2rem; background: #fff; border: 1px solid #ccc; }
  .note { border-left: 4px solid #8a6d1d; padding-left: 1rem; }
  button { font: inherit; padding: .5rem 1.5rem; margin-right: .5rem; cursor: pointer;
    color: inherit; background: #fff; border: 1px solid #888; border-radius: .25rem; }
  button.primary { color: #fff; background: #1d4ed8; border-color: #1d4ed8; }
</style>
</head>
<body><main>
<h1>${escapeHtml(title)}</h1>
${content}
</main></body>
</html>
`;
}

/** The consent page for a key. `fields` are submitted unchanged along with the decision. */
export function consentPage(keyName: string, callback: string, fields: [string, string][]): string {
  const inputs = fields.map(
    ([name, value]) =>
      `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return page(
    'Local sandbox: connect?',
    `<p class="note">This is a local imitation that runs on your own machine. It is <strong>not Upwork</strong>,
and has nothing to do with your Upwork account.</p>
<p>The key <strong>${escapeHtml(keyName)}</strong> asks to act for the sandbox's fictional user. You will be redirected to <code>${escapeHtml(callback)}</code>.</p>
<form method="post">
${inputs.join('\n')}
<button class="primary" name="decision" value="allow">Allow</button>
<button name="decision" value="decline">Decline</button>
</form>`,
  );
}

/** The page that Cloudflare, in front of Upwork, shows to clients that it considers bots. */
export const CLOUDFLARE_PAGE = `<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title></head>
<body><noscript>Enable JavaScript and cookies to continue</noscript></body></html>
`;
