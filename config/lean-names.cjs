/**
 * A webpack loader for the names of WeChat's calls in Taro's runtime: leaves those that a page names. Taro makes a
 * promise of each of them; what nobody calls needs none. Options: `words`, as lean-templates.ts reads them; none while
 * watching. And the components, which that file knows already, are not added once more.
 */
module.exports = function leanNames(source) {
  const { words: listed } = this.getOptions()
  const words = listed && new Set(listed)
  return source
    .replace(/new Set\(\[[^\]]*\]\)/, list =>
      list.replace(/^ +'(\w+)',\n/gm, (line, name) => (!words || words.has(name.toLowerCase()) ? line : '')),
    )
    .replace('\nmergeInternalComponents(components);', '')
}
