import type { GalleryLook } from './looks'

export interface Picture {
  walk: string
  look: string
  name: string
  /** The page of the mini-program. */
  route: string
  /** Beside the page. */
  file: string
}

/** One row a screen, one column a look. */
export function galleryPage(looks: readonly GalleryLook[], pictures: readonly Picture[]): string {
  const shown = looks.filter(({ id }) => pictures.some(({ look }) => look === id))
  const names = [...new Set(pictures.map(({ walk, name }) => `${walk} · ${name}`))]
  const cell = (row: string, look: GalleryLook) => {
    const found = pictures.find(({ walk, name, look: id }) => `${walk} · ${name}` === row && id === look.id)
    return found
      ? `<td><a href="${found.file}"><img loading="lazy" alt="${row}" src="${found.file}"></a></td>`
      : '<td></td>'
  }
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>实名通 · 界面</title>
<style>
  body { margin: 24px; font: 15px/1.5 system-ui, sans-serif; }
  table { border-collapse: collapse; }
  th { position: sticky; top: 0; background: Canvas; text-align: left; }
  th, td { padding: 8px; vertical-align: top; }
  img { width: 260px; border: 1px solid #8884; border-radius: 8px; }
  :root { color-scheme: light dark; }
</style>
<table>
<tr><th></th>${shown.map(({ name }) => `<th>${name}</th>`).join('')}</tr>
${names.map(row => `<tr><td>${row}</td>${shown.map(look => cell(row, look)).join('')}</tr>`).join('\n')}
</table>
</html>
`
}
