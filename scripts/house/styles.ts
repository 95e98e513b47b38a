/** Where the tokens are; only there colours, sizes of type and distances are written as numbers. */
const home = 'miniprogram/styles/tokens.css'

const distances = /^(?:margin|padding|gap|row-gap|column-gap)(?:-[a-z]+)?$/
const color = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(|\b(?:white|black|gray|grey|red|green|blue|orange|yellow)\b/i
/** One pixel is a line, no distance. */
const pixels = /(?<![\w.])(?!0px|1px)\d+(?:\.\d+)?(?:px|rpx|em|rem)\b/

/** What stands outside the tokens of docs/design-language.md: every page then has the same look, by day and by night. */
export function styles(file: string, text: string): string[] {
  if (file === home) return []
  return text.split('\n').flatMap((line, index) => {
    const [, property = '', value = ''] = /^\s*([\w-]+):\s*(.+?);?$/.exec(line) ?? []
    const why =
      (color.test(value || line) && !line.trimStart().startsWith('*') && 'a colour of its own') ||
      (property === 'font-size' && !value.startsWith('var(--text-') && 'a size of type of its own') ||
      (property === 'border-radius' &&
        !/^(?:var\(|50%|[0-2](?:px)?$)/.test(value) &&
        'a corner of its own') ||
      (distances.test(property) && pixels.test(value) && 'a distance of its own')
    return why ? [`${file}:${index + 1} has ${why}: take a token of ${home}`] : []
  })
}
