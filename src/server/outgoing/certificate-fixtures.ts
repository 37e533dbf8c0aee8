import { generateKeyPairSync, sign } from "node:crypto";

/** One element of DER: its tag, its length and its content. */
function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts);
const identifier = (hex: string) => der(0x06, Buffer.from(hex, "hex"));
const text = (tag: number, content: string) => der(tag, Buffer.from(content, "latin1"));

const ecdsaWithSha256 = sequence(identifier("2a8648ce3d040302"));
const commonName = sequence(der(0x31, sequence(identifier("550403"), text(0x0c, "Tests only"))));
const validity = sequence(text(0x17, "200101000000Z"), text(0x18, "21200101000000Z"));
const extension = (id: string, value: Uint8Array) => sequence(identifier(id), der(0x04, value));

/** A key and a certificate signed by itself for some names and addresses, made anew: the project holds no key. */
export function makeTestCertificate(names: readonly string[], address: readonly number[]) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const alternatives = [...names.map((name) => text(0x82, name)), der(0x87, Buffer.from(address))];
  const extensions = [
    extension("551d13", sequence(der(0x01, Buffer.from([255])))),
    extension("551d11", sequence(...alternatives)),
  ];
  const toSign = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    commonName,
    validity,
    commonName,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = der(0x03, Buffer.from([0]), sign("sha256", toSign, privateKey));
  const lines =
    sequence(toSign, ecdsaWithSha256, signature)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }),
    certificate: ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n"),
  };
}
