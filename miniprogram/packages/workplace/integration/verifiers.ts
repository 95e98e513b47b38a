export const languages = ['node', 'java', 'python', 'php'] as const
export type Language = (typeof languages)[number]

/**
 * A function for each language that proves a delivery (Standard Webhooks), with nothing but what comes with the
 * language: secret, the three headers and the raw body in, whether it is ours out. They are run as tests
 * (test/verifiers.test.ts); the same five steps, in the same order, so that one can be read beside the other.
 */
export const verifiers: Readonly<Record<Language, { title: string; source: string }>> = {
  node: {
    title: 'Node.js',
    source: String.raw`const { createHmac, timingSafeEqual } = require('node:crypto')

// body: 收到的原始字节(Buffer)
function verifyWebhook(secret, id, timestamp, signatures, body) {
  if (!/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const expected = createHmac('sha256', key).update(id + '.' + timestamp + '.').update(body).digest()
  return signatures.split(' ').some(each => {
    const given = Buffer.from(each.replace(/^v1,/, ''), 'base64')
    return each.startsWith('v1,') && given.length === expected.length && timingSafeEqual(given, expected)
  })
}
`,
  },
  java: {
    title: 'Java',
    source: String.raw`import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

class Webhook {
  // body: 收到的原始字节
  static boolean verify(String secret, String id, String timestamp, String signatures, byte[] body) throws Exception {
    if (!timestamp.matches("\\d{1,12}")) return false;
    if (Math.abs(System.currentTimeMillis() / 1000 - Long.parseLong(timestamp)) > 300) return false;
    byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    mac.update((id + "." + timestamp + ".").getBytes("UTF-8"));
    String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    boolean found = false;
    for (String each : signatures.split(" "))
      found |= MessageDigest.isEqual(each.getBytes("UTF-8"), expected.getBytes("UTF-8"));
    return found;
  }
}
`,
  },
  python: {
    title: 'Python',
    source: `import base64, hashlib, hmac, re, time

# body: 收到的原始字节(bytes)
def verify_webhook(secret, id, timestamp, signatures, body):
    if not re.fullmatch(r"[0-9]{1,12}", timestamp):
        return False
    if abs(time.time() - int(timestamp)) > 300:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = (id + "." + timestamp + ".").encode() + body
    expected = b"v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest())
    return any(hmac.compare_digest(each.encode(), expected) for each in signatures.split(" "))
`,
  },
  php: {
    title: 'PHP',
    source: `<?php
// $body: 收到的原始字节,file_get_contents('php://input')
function verify_webhook(string $secret, string $id, string $timestamp, string $signatures, string $body): bool {
  if (!preg_match('/^[0-9]{1,12}$/D', $timestamp)) return false;
  if (abs(time() - (int) $timestamp) > 300) return false;
  $key = base64_decode(preg_replace('/^whsec_/', '', $secret));
  $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
  foreach (explode(' ', $signatures) as $each) {
    if (hash_equals($expected, $each)) return true;
  }
  return false;
}
`,
  },
}
