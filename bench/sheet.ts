import os from 'node:os'
import { PDFDocument } from '@cantoo/pdf-lib'
import { toBuffer } from 'qrcode'
import { writeCodeSheet } from '../cloudfunctions/platform/codeSheet'

/**
 * `npm run bench:sheet`: what a sheet of three hundred codes costs, and what the library alone takes to unpack and
 * embed the same PNGs. docs/performance.md keeps a dated copy. Never a test.
 */
const count = 300

async function main(): Promise<void> {
  console.log(`node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}`)
  const images = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      toBuffer(`https://example.com/i?i=${String(index).padStart(22, 'A')}`, { margin: 2, width: 320 }),
    ),
  )
  const codes = images.map((image, index) => ({ image, lines: [`${index + 1} 测*员`, `order-${index + 1}`] }))
  // The library is loaded and warm before anything is measured.
  await writeCodeSheet({ title: '', footer: '', codes: codes.slice(0, 1) })

  const ours = await measured(() => writeCodeSheet({ title: '供应商入驻', footer: '', codes }))
  const theirs = await measured(() => embeddedByLibrary(images))
  console.log(`a sheet of ${count} codes, PNG 320 px`)
  console.log(`  ms ${ours.ms.toFixed(0)}, bytes ${ours.value.length}`)
  console.log('the library alone embeds the same images, without a page')
  console.log(`  ms ${theirs.ms.toFixed(0)}, bytes ${theirs.value.length}`)
  console.log(
    `ratio of time ${(theirs.ms / ours.ms).toFixed(2)}, of bytes ${(theirs.value.length / ours.value.length).toFixed(2)}`,
  )
}

async function embeddedByLibrary(images: readonly Buffer[]): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false })
  for (const image of images) await (await document.embedPng(image)).embed()
  return Buffer.from(await document.save({ addDefaultPage: true, updateFieldAppearances: false }))
}

async function measured(work: () => Promise<Buffer>): Promise<{ ms: number; value: Buffer }> {
  const from = performance.now()
  const value = await work()
  return { ms: performance.now() - from, value }
}

main().catch(error => {
  console.error(error)
  process.exitCode = 1
})
