import { type CloudStore, startCloudStore } from '../support/cloud-store'
import { createMemoryStore } from '../support/memory-store'
import { storeContract } from '../support/store-contract'

let cloud: CloudStore
beforeAll(async () => {
  cloud = await startCloudStore()
})
afterAll(() => cloud.close())

const memory = createMemoryStore()

storeContract('the store of the tests', () => memory)
storeContract('the store of the cloud, through the real SDK', () => cloud.store)
