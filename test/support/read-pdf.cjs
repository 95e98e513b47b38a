const { PDFiumLibrary } = require('@hyzyla/pdfium')
const jsQR = require('jsqr').default ?? require('jsqr')
const { parentPort, workerData } = require('node:worker_threads')

/** Renders the pages of a PDF and reads the codes in `cells`, which are given in mm. See pdf.ts. */
async function read({ pdf, scale, cells }) {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const pages = []
  for (const page of document.pages()) {
    const { originalWidth, originalHeight } = page.getOriginalSize()
    // Before it is rendered, which closes the page.
    const lines = page.getText().split('\r\n')
    const { data, width, height } = await page.render({ scale })
    const perMm = width / ((originalWidth / 72) * 25.4)
    const pixels = new Uint8ClampedArray(data)
    const codes = cells.map(cell => codeIn(pixels, width, mapped(cell, perMm)))
    pages.push({
      size: { width: originalWidth, height: originalHeight },
      lines,
      codes,
      pixels,
      width,
      height,
      perMm,
    })
  }
  document.destroy()
  library.destroy()
  return pages
}

function mapped(cell, perMm) {
  return Object.fromEntries(Object.entries(cell).map(([side, mm]) => [side, Math.round(mm * perMm)]))
}

function codeIn(pixels, width, cell) {
  const cut = new Uint8ClampedArray(cell.width * cell.height * 4)
  for (let y = 0; y < cell.height; y++) {
    const from = ((cell.top + y) * width + cell.left) * 4
    cut.set(pixels.subarray(from, from + cell.width * 4), y * cell.width * 4)
  }
  return jsQR(cut, cell.width, cell.height, { inversionAttempts: 'dontInvert' })?.data ?? ''
}

read(workerData).then(pages => parentPort.postMessage(pages))
