import * as v from 'valibot'
import { localHost } from '../jumps'
import { text } from '../settings'
import type { Settings } from '../vendor'

const schema = v.pipe(
  v.object({ NIMBUS_BASE_URL: text, NIMBUS_KEY: text }),
  v.transform(env => ({ baseUrl: env.NIMBUS_BASE_URL, key: env.NIMBUS_KEY })),
)

export const settings: Settings<v.InferOutput<typeof schema>> = {
  id: 'nimbus',
  name: { zh: '云核', en: 'Nimbus' },
  note: { zh: '在云核的页面完成', en: 'Done on the page of Nimbus' },
  on: 'NIMBUS_KEY',
  schema,
  base: ({ baseUrl }) => baseUrl,
  // Its pages are where its API is.
  jumps: ({ baseUrl }) => ({ appIds: [], plugins: [], hosts: localHost('test', baseUrl) }),
}
