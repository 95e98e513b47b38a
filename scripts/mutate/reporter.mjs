import { readFileSync } from 'node:fs'
import path from 'node:path'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'

/** Says what nobody saw as soon as it is known: tests for it can be written while the rest of a room is tried. */
class AtOnce {
  onMutantTested({ status, fileName, location: { start, end }, mutatorName, replacement = '' }) {
    if (status !== 'Survived' && status !== 'NoCoverage') {
      process.stdout.write(status === 'Timeout' ? 'T' : '.')
      return
    }
    const lines = readFileSync(fileName, 'utf8')
      .split('\n')
      .slice(start.line - 1, end.line)
    lines.push(lines.pop()?.slice(0, end.column - 1) ?? '')
    lines[0] = lines[0].slice(start.column - 1)
    const short = text => text.replace(/\s+/g, ' ').slice(0, 100)
    const place = `${path.relative(process.cwd(), fileName)}:${start.line}`
    console.log(`\nnot seen: ${place} (${mutatorName}): ${short(lines.join(' '))} -> ${short(replacement)}`)
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, 'atOnce', AtOnce)]
