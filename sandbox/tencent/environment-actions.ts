import { defaultRights, type Rights, rightsTags } from '../cloud/rights'
import { isRecord } from '../record'
import { type Actions, exact, Refusal } from './actions'
import type { CollectionState, EnvironmentState, IndexState } from './state'

const mostIndexes = 20

export function actionsOf(state: EnvironmentState): Actions {
  const collection = (name: unknown): CollectionState => {
    const found = state.collections.get(String(name))
    if (!found) throw new Refusal('ResourceNotFound', 'the collection does not exist')
    return found
  }
  const environment = () => ({
    EnvId: state.envId,
    Status: state.status,
    Databases: [{ InstanceId: state.databaseName, Status: 'RUNNING', Region: 'ap-shanghai' }],
    Storages: [{ Bucket: state.bucket, Region: 'ap-shanghai' }],
    Functions: [{ Namespace: state.envId, Region: 'ap-shanghai' }],
    LogServices: state.hasLogs ? [{ TopicId: 'topic' }] : [],
  })
  const tables = (parameters: unknown, ...names: string[]) =>
    inEnvironment(state, parameters, ['EnvId', 'MongoConnector', ...names])

  return {
    DescribeEnvs: parameters => {
      const { EnvId } = exact(parameters, [], ['EnvId', 'Limit', 'Offset'])
      return { EnvList: EnvId === undefined || EnvId === state.envId ? [environment()] : [] }
    },
    DescribeEnvInfo: parameters => {
      inEnvironment(state, parameters, ['EnvId'])
      return { EnvInfo: { EnvBaseInfo: environment() } }
    },
    CreateEnvResource: parameters => {
      const { Resources } = inEnvironment(state, parameters, ['EnvId', 'Resources'])
      if (JSON.stringify(Resources) !== '["log"]') throw new Refusal('InvalidParameter', 'Resources')
      state.hasLogs = true
      return {}
    },
    ListTables: parameters => {
      const { MgoOffset, MgoLimit } = tables(parameters, 'MgoOffset', 'MgoLimit')
      const names = [...state.collections.keys()]
      const page = names.slice(Number(MgoOffset), Number(MgoOffset) + Number(MgoLimit))
      return { Tables: page.length > 0 ? page.map(TableName => ({ TableName })) : null }
    },
    CreateTable: parameters => {
      const given = exact(parameters, ['EnvId', 'MongoConnector', 'TableName'], ['PermissionInfo'])
      inThisEnvironment(state, given)
      const name = String(given.TableName)
      if (state.collections.has(name)) throw new Refusal('ResourceInUse', 'the collection exists')
      // Without rights of its own it is open to every client until somebody closes it.
      state.collections.set(name, { acl: rightsIn(state, given.PermissionInfo), indexes: [idIndex()] })
      return {}
    },
    DescribeTable: parameters => {
      const { indexes } = collection(tables(parameters, 'TableName').TableName)
      return { Indexes: indexes, IndexNum: indexes.length }
    },
    UpdateTable: parameters => {
      const { TableName, CreateIndexes } = tables(parameters, 'TableName', 'CreateIndexes')
      const there = collection(TableName)
      if (!Array.isArray(CreateIndexes)) throw new Refusal('InvalidParameter', 'CreateIndexes')
      for (const each of CreateIndexes) {
        const index = readIndex(each)
        if (there.indexes.some(({ Keys }) => JSON.stringify(Keys) === JSON.stringify(index.Keys))) {
          throw new Refusal('ResourceInUse', 'an index with these keys exists')
        }
        if (there.indexes.length >= mostIndexes) throw new Refusal('LimitExceeded', 'too many indexes')
        if (there.addIndex) there.addIndex(index)
        else there.indexes.push(index)
      }
      return {}
    },
    DescribeDatabaseACL: parameters => {
      const { CollectionName } = inEnvironment(state, parameters, ['EnvId', 'CollectionName'])
      return { AclTag: collection(CollectionName).acl }
    },
    ModifyDatabaseACL: parameters => {
      const given = inEnvironment(state, parameters, ['EnvId', 'CollectionName', 'AclTag'])
      collection(given.CollectionName).acl = tag(given.AclTag)
      return {}
    },
    DescribeStorageSafeRule: parameters => {
      bucketOf(state, inEnvironment(state, parameters, ['EnvId', 'Bucket']))
      return { AclTag: state.storageAcl }
    },
    ModifyStorageSafeRule: parameters => {
      const given = inEnvironment(state, parameters, ['EnvId', 'Bucket', 'AclTag'])
      bucketOf(state, given)
      state.storageAcl = tag(given.AclTag)
      return {}
    },
  }
}

function inEnvironment(state: EnvironmentState, parameters: unknown, names: string[]) {
  const given = exact(parameters, names, [])
  inThisEnvironment(state, given)
  return given
}

function inThisEnvironment(state: EnvironmentState, given: Record<string, unknown>): void {
  if (given.EnvId !== state.envId) throw new Refusal('ResourceNotFound', 'no such environment')
  const { MongoConnector } = given
  if (MongoConnector !== undefined) {
    if (!isRecord(MongoConnector) || MongoConnector.DatabaseName !== state.databaseName) {
      throw new Refusal('InvalidParameter', 'MongoConnector')
    }
  }
}

/** https://cloud.tencent.com/document/api/876/127968 */
function rightsIn(state: EnvironmentState, permission: unknown): Rights {
  if (permission === undefined) return defaultRights
  const { AclTag, EnvId } = exact(permission, ['AclTag', 'EnvId'], [])
  if (EnvId !== state.envId) throw new Refusal('ResourceNotFound', 'no such environment')
  return tag(AclTag)
}

function tag(value: unknown): Rights {
  const known = rightsTags.find(each => each === value)
  if (known) return known
  throw new Refusal('InvalidParameterValue', 'AclTag')
}

function bucketOf({ bucket }: EnvironmentState, { Bucket }: Record<string, unknown>): void {
  if (Bucket !== bucket) throw new Refusal('ResourceNotFound', 'no such bucket')
}

function readIndex(value: unknown): IndexState {
  const { IndexName, MgoKeySchema } = exact(value, ['IndexName', 'MgoKeySchema'], [])
  const { MgoIndexKeys, MgoIsUnique } = exact(MgoKeySchema, ['MgoIndexKeys', 'MgoIsUnique'], [])
  if (typeof IndexName !== 'string' || !Array.isArray(MgoIndexKeys) || MgoIndexKeys.length === 0) {
    throw new Refusal('InvalidParameter', 'CreateIndexes')
  }
  const Keys = MgoIndexKeys.map(key => {
    const { Name, Direction } = exact(key, ['Name', 'Direction'], [])
    if (Direction !== '1' && Direction !== '-1') throw new Refusal('InvalidParameterValue', 'Direction')
    return { Name: String(Name), Direction }
  })
  return { Name: IndexName, Unique: MgoIsUnique === true, Keys }
}

export const idIndex = () => ({ Name: '_id_', Unique: true, Keys: [{ Name: '_id', Direction: '1' }] })
