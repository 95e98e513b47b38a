/** The page's skeleton, in Chinese until the browser says otherwise. */
import { isKey, zh } from './browser/words'

export function pageHtml(): string {
  return filled(skeleton)
}

const skeleton = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title data-t="title"></title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/console.css">
<script src="/console.js" defer></script>
</head>
<body>
<header class="top">
  <h1><span class="mark" aria-hidden="true"></span><span data-t="title"></span></h1>
  <p class="quiet" data-t="subtitle"></p>
  <div class="segments" role="group" data-t-label="language">
    <button type="button" data-language="zh" lang="zh-CN">中</button>
    <button type="button" data-language="en" lang="en">EN</button>
  </div>
</header>
<p class="banner" id="connection" role="status" hidden></p>
<main>
  <section class="phone-column" aria-labelledby="phone-title">
    <h2 id="phone-title" data-t="phone"></h2>
    <div class="bar">
      <label><span data-t="user"></span> <select id="user"></select></label>
      <button type="button" id="restart" data-t="restart"></button>
      <button type="button" id="background" data-t="toBackground" disabled></button>
      <button type="button" id="sweep" data-t="sweep"></button>
    </div>
    <details class="looks">
      <summary data-t="looks"></summary>
      <div class="looks-grid" id="looks"></div>
    </details>
    <p class="notice" id="phone-notice" role="status"></p>
    <div class="bezel"><div class="bezel-frame"><iframe id="phone" data-t-title="phone"></iframe></div></div>
  </section>
  <section class="guide-column" aria-labelledby="guide-title">
    <div class="card guide">
      <div class="guide-head">
        <h2 id="guide-title" data-t="guide"></h2>
        <div class="segments tabs" id="ways" role="group" aria-labelledby="guide-title"></div>
      </div>
      <ol id="steps" class="steps"></ol>
      <p class="notice bad" id="guide-notice" role="status"></p>
    </div>
  </section>
  <section class="script-column" aria-labelledby="persona-title">
    <div class="card facts">
      <h3 id="persona-title" data-t="persona"></h3>
      <dl id="persona" class="persona"></dl>
      <dl id="company" class="persona"></dl>
      <dl id="operator" class="persona"></dl>
      <p class="quiet" data-t="personaHint"></p>
      <p class="notice" id="copied" role="status"></p>
      <div class="chips" data-t-title="sampleHint">
        <a class="chip" id="sample-sheet" href="/sample-sheet.csv" download data-t="sampleSheet"></a>
        <a class="chip" id="sample-sheet-gbk" href="/sample-sheet-gbk.csv" download data-t="sampleSheetGbk"></a>
      </div>
    </div>
    <div class="card scan">
      <h3 data-t="scan"></h3>
      <p class="quiet" data-t="scanHint"></p>
      <form id="scan-form">
        <input id="scan-text" autocomplete="off" spellcheck="false" data-t-label="scanText" data-t-title="scanText">
        <button data-t="scanAction"></button>
      </form>
      <p class="notice bad" id="scan-notice" role="status"></p>
      <ol id="codes" class="codes"></ol>
      <p class="quiet" id="codes-empty" data-t="codesEmpty"></p>
    </div>
    <div class="card scan">
      <h3 data-t="messages"></h3>
      <p class="quiet" data-t="messagesHint"></p>
      <ol id="messages" class="codes"></ol>
      <p class="quiet" id="messages-empty" data-t="messagesEmpty"></p>
    </div>
    <h2 id="next-title" data-t="next"></h2>
    <p class="quiet" data-t="nextHint"></p>
    <div class="segments tabs" id="vendor-tabs" role="group" data-t-label="vendors"></div>
    <div id="vendors"></div>
    <div class="card" id="business-system-card" hidden>
      <h3 data-t="businessSystem"></h3>
      <p class="quiet" data-t="businessSystemHint"></p>
      <a class="chip" id="business-system" target="_blank" rel="noopener" data-t="businessSystemOpen"></a>
    </div>
  </section>
  <section class="traffic-column" aria-labelledby="traffic-title">
    <h2 id="stats-title" data-t="phoneStats"></h2>
    <dl id="stats" class="stats" aria-labelledby="stats-title"></dl>
    <ul id="phone-errors" class="errors" role="status" data-t-label="phoneErrors"></ul>
    <div class="traffic-head">
      <h2 id="traffic-title" data-t="traffic"></h2>
      <label><span data-t="party"></span> <select id="party"></select></label>
      <button type="button" id="clear-traffic" data-t="clearTraffic"></button>
    </div>
    <div class="traffic-columns" aria-hidden="true">
      <span data-t="time"></span><span data-t="fromTo"></span><span data-t="what"></span><span data-t="status"></span><span>ms</span>
    </div>
    <ol id="traffic" class="traffic" aria-labelledby="traffic-title"></ol>
    <p class="quiet" id="traffic-empty" data-t="trafficEmpty"></p>
  </section>
</main>
<noscript>控制台需要 JavaScript。</noscript>
</body>
</html>
`

/** `data-t`: text; `data-t-label`, `data-t-title`: attributes. The browser replaces the same ones (browser/i18n.ts). */
function filled(markup: string): string {
  return markup
    .replace(/data-t="(\w+)">/g, (found, key: string) => found + word(key))
    .replace(/data-t-label="(\w+)"/g, (found, key: string) => `${found} aria-label="${word(key)}"`)
    .replace(/data-t-title="(\w+)"/g, (found, key: string) => `${found} title="${word(key)}"`)
}

function word(key: string): string {
  if (!isKey(key)) throw new Error(`the page asks for the unknown word ${key}`)
  return zh[key]
}
