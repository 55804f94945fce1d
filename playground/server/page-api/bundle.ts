import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export type Bundle = Map<string, { type: string; body: Uint8Array | string }>

const pageFile = (name: string): string => fileURLToPath(new URL(`../../page/${name}`, import.meta.url))

/** The page, ready to be served: `main.js`, `main.css` and the document that loads them. */
export async function bundlePage(): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: [pageFile('main.tsx')],
    bundle: true,
    write: false,
    outdir: '/',
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  const bundle: Bundle = new Map([['/', { type: 'text/html; charset=utf-8', body: DOCUMENT }]])
  for (const { path, contents } of outputFiles) {
    const name = path.split('/').at(-1) ?? ''
    const type = name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8'
    bundle.set(`/page/${name}`, { type, body: contents })
  }
  return bundle
}

const ICON =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><text y='.9em' font-size='90'>👏</text></svg>"

const DOCUMENT = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
    <meta name="color-scheme" content="light dark">
    <title>Plaudit playground</title>
    <link rel="icon" href="${ICON}">
    <link rel="stylesheet" href="/page/main.css">
    <script type="module" src="/page/main.js"></script>
  </head>
  <body><div id="page"></div></body>
</html>
`
