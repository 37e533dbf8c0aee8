import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forbiddenAs } from "./address";
import { readDestination } from "./destination";
import { OutgoingProblem } from "./problem";

const strict = { allowLoopback: false, nameServers: [] };
const lenient = { allowLoopback: true, nameServers: [] };

test.each(["1.1.1.1", "93.184.215.14", "2606:4700:4700::1111", "2a00:1450:4001:81b::200e"])("%s is public", (address) =>
  expect(forbiddenAs(address, strict)).toBeNull(),
);

test.each([
  ["private", ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd00:ec2::254"]],
  ["this machine", ["127.0.0.1", "127.255.0.9", "0.0.0.0", "0.1.2.3", "::1", "::"]],
  ["local network", ["169.254.169.254", "169.254.0.1", "fe80::1"]],
  ["provider", ["100.64.0.1", "100.100.100.200", "100.127.255.255"]],
  ["multicast", ["224.0.0.1", "239.255.255.250", "ff02::1"]],
  ["broadcast", ["255.255.255.255"]],
  ["cloud", ["168.63.129.16"]],
  ["reserved", ["192.0.2.1", "198.51.100.7", "203.0.113.9", "198.18.0.1", "192.0.0.192", "192.88.99.1", "240.0.0.1"]],
  ["reserved", ["2001:db8::1", "3fff::1", "fec0::1", "100::1", "2001:2::1", "4000::1", "::7f00:1", "fe80::1%eth0"]],
  ["stands for an IPv4", ["::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::a00:1", "64:ff9b:1::a00:1"]],
  ["stands for an IPv4", ["2002:7f00:1::", "2001:0:4136:e378::1", "::ffff:0:7f00:1", "2606:4700::5efe:a00:1"]],
])("addresses that are %s are forbidden", (word, addresses) => {
  for (const address of addresses) expect(forbiddenAs(address, strict), address).toContain(word);
});

test("on a machine for tests only its own addresses open", () => {
  expect([forbiddenAs("127.0.0.1", lenient), forbiddenAs("::1", lenient)]).toEqual([null, null]);
  for (const address of ["10.0.0.1", "169.254.169.254", "::ffff:127.0.0.1", "0.0.0.0"])
    expect(forbiddenAs(address, lenient), address).not.toBeNull();
});

const problemOf = (text: string, rules = strict): string => {
  try {
    return readDestination(text, rules).href;
  } catch (error) {
    if (error instanceof OutgoingProblem) return `${error.kind}: ${error.message}`;
    throw error;
  }
};

describe("an address that an admin typed", () => {
  test("is taken over https on the ports 443 and 8443", () => {
    expect(problemOf("https://hooks.example.com/a?b=c")).toBe("https://hooks.example.com/a?b=c");
    expect(problemOf("https://login.example.com:8443/")).toBe("https://login.example.com:8443/");
  });

  test.each([
    ["http://hooks.example.com/", "begin with https"],
    ["https://hooks.example.com:22/", "ports 443 and 8443"],
    ["https://ada:secret@hooks.example.com/", "name or a password"],
    ["https://ada@hooks.example.com/", "name or a password"],
    ["ftp://hooks.example.com/", "not a web address"],
    ["javascript:alert(1)", "not a web address"],
    ["file:///etc/passwd", "not a web address"],
    ["hooks.example.com", "not a web address"],
    ["https://hooks.example.com./", "dot"],
    ["https://2130706433/", "usual form"],
    ["https://0x7f.1/", "usual form"],
    ["https://0177.0.0.1/", "usual form"],
    ["https://127.1/", "usual form"],
    ["https://%31%32%37.0.0.1/", "usual form"],
    ["https://１２７.0.0.1/", "usual form"],
    ["https://134744072/", "usual form"],
    ["https://127.0.0.1/", "this machine itself"],
    ["https://10.1.2.3/", "private"],
    ["https://169.254.169.254/latest/meta-data/", "local network"],
    ["https://[::1]/", "this machine itself"],
    ["https://[::ffff:7f00:1]/", "stands for an IPv4"],
    ["https://[fd00:ec2::254]/", "private"],
    [`https://hooks.example.com/${"a".repeat(2000)}`, "too long"],
  ])("is refused as %s", (text, why) => expect(problemOf(text)).toContain(why));

  test("with any public IPv4 address in odd numbers is refused too", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0x01000000, max: 0xffffffff }), (number) => {
        expect(problemOf(`https://${number}/`)).toContain("usual form");
        expect(problemOf(`https://0x${number.toString(16)}/`)).toContain("usual form");
      }),
    );
  });

  test("may name this machine over http and any port where tests are run", () => {
    expect(problemOf("http://127.0.0.1:8081/x", lenient)).toBe("http://127.0.0.1:8081/x");
    expect(problemOf("http://hooks.example.com/", lenient)).toContain("begin with https");
    expect(problemOf("http://10.0.0.1/", lenient)).toContain("private");
  });
});
