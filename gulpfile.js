const { src, dest } = require('gulp');

/** What tsc does not carry: icons, codex files and the editor's output schemas. */
function assets() {
  return src(['icons/*.svg', 'nodes/**/*.{svg,json}'], { base: '.', encoding: false }).pipe(
    dest('dist'),
  );
}

exports.default = assets;
