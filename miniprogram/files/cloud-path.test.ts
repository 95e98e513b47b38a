import { cloudPath, randomName } from './cloud-path'

test('the cloud path is as the contract wants it', () => {
  expect(`cloud://env.x/${cloudPath(randomName(), 'pdf')}`).toMatch(
    /^cloud:\/\/[^/]+\/licences\/[A-Za-z0-9_-]{22,64}\.pdf$/,
  )
})
