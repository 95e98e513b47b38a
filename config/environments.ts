import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** deploy/<name>.json, as far as the build needs it; `npm run doctor` looks at all of it. */
interface Environment {
  name: string
  envId: string
  versions: readonly string[]
}

const folder = path.resolve(__dirname, '../deploy')

/** The cloud environment of each version of the mini-program; a version nobody names has none. */
export function environmentByVersion(environments: readonly Environment[] = read()): Record<string, string> {
  const chosen: Record<string, string> = {}
  for (const { envId, name, versions } of environments) {
    for (const version of versions) {
      if (chosen[version] !== undefined)
        throw new Error(`deploy/${name}.json: ${version} has an environment already; only one may name it`)
      chosen[version] = envId
    }
  }
  return chosen
}

function read(): Environment[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.json') && file !== 'example.json')
    .sort()
    .map(file => ({
      name: path.basename(file, '.json'),
      ...JSON.parse(readFileSync(path.join(folder, file), 'utf8')),
    }))
}
