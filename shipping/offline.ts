import { TencentError } from '../setup/apis/tencent'
import type { Target } from '../setup/target'
import type { Build } from './build'
import type { Deployment } from './deploy/deployment'
import type { ShippingEnvironment } from './environment'
import { wantedFunctions, wantedRules } from './wantedFunctions'

/** An environment in which there is nothing: what a plan is made against when no cloud may be asked. */
export function emptyDeployment(
  environment: ShippingEnvironment,
  variables: Readonly<Record<string, string>>,
): Deployment {
  return {
    environment: { ...environment, domain: null },
    target: emptyTarget(environment.envId),
    scf: {
      call: async action => {
        throw new TencentError('ResourceNotFound', action)
      },
    },
    wechat: { cloudCallsOf: async () => null, applyCloudCalls: async () => {}, ahead: () => null },
    functions: wantedFunctions(),
    variables,
    rules: wantedRules(),
    build: nothingBuilt,
    uploader: { uploaded: null, upload: async () => {}, why: '' },
    fetchText: async () => ({ status: 404, text: '' }),
    certificateEnds: async () => null,
    wait: async () => {},
  }
}

const nothingBuilt: Build = {
  folder: '',
  release: '(编译后才知道 known once built)',
  miniProgram: '',
  hashes: {},
  zipOf: () => new Uint8Array(),
}

function emptyTarget(envId: string): Target {
  const answers: Record<string, Record<string, unknown>> = {
    DescribeStorageSafeRule: { AclTag: 'READONLY' },
    DescribeHTTPServiceRoute: { Domains: [{ Domain: '（默认域名）', IsDefault: true }] },
  }
  return {
    api: {
      async call(action) {
        if (action === 'DescribeTable') throw new TencentError('ResourceNotFound', action)
        return answers[action] ?? {}
      },
    },
    database: { EnvId: envId, MongoConnector: { InstanceId: 'flexdb', DatabaseName: '' } },
    bucket: '（默认存储桶）',
  }
}
