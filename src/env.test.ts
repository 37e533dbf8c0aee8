import { expect, test } from "vitest";
import { readEnv } from "./env.js";

const enough = {
  TANDEM_URL: "https://tandem.example.com/",
  TANDEM_MASTER_KEY: Buffer.alloc(32, 7).toString("base64"),
  NEXTAUTH_SECRET: "a secret of more than thirty-two letters",
  NEXTAUTH_URL: "https://tandem.example.com",
  DATABASE_APP_URL: "postgresql://tandem_app:x@localhost/tandem",
  DATABASE_BALLOT_URL: "postgresql://tandem_ballot:x@localhost/tandem",
  DATABASE_TALLY_URL: "postgresql://tandem_tally:x@localhost/tandem",
};

test("the least that is needed gives a real installation on port 3000, without the demo", () => {
  expect(readEnv(enough)).toMatchObject({
    NODE_ENV: "production",
    PORT: 3000,
    TANDEM_DEMO: false,
    TANDEM_URL: "https://tandem.example.com",
    TANDEM_DATA_DIR: "./data",
  });
  expect(readEnv(enough).SMTP_URL).toBeUndefined();
});

test("an empty variable counts as not set", () => {
  expect(readEnv({ ...enough, SMTP_URL: "", PORT: "" })).toMatchObject({ PORT: 3000 });
});

test("one message names everything that is missing or wrong", () => {
  const wrong = { ...enough, PORT: "many", TANDEM_MASTER_KEY: "short", DATABASE_APP_URL: undefined };
  expect(() => readEnv(wrong)).toThrow(/PORT[\s\S]*TANDEM_MASTER_KEY[\s\S]*DATABASE_APP_URL/);
});

test.each([
  ["TANDEM_URL", "ftp://tandem.example.com"],
  ["NEXTAUTH_SECRET", "too short"],
  ["SMTP_URL", "http://mail.example.com"],
  ["TANDEM_DEMO", "perhaps"],
  ["DATABASE_BALLOT_URL", "mysql://localhost"],
  ["DNS_SERVERS", "10.0.0.2, one.example.com"],
  ["OUTGOING_ALLOW_LOOPBACK", "1"],
])("%s is refused as %s", (name, value) => {
  expect(() => readEnv({ ...enough, [name]: value })).toThrow(name);
});

test("requests to this machine are for tests, development and the demo", () => {
  const loopback = { ...enough, OUTGOING_ALLOW_LOOPBACK: "1" };
  expect(readEnv({ ...loopback, NODE_ENV: "test" }).OUTGOING_ALLOW_LOOPBACK).toBe(true);
  expect(readEnv({ ...loopback, TANDEM_DEMO: "1" }).OUTGOING_ALLOW_LOOPBACK).toBe(true);
});

test("name servers are given as addresses, with a port where it is not 53", () => {
  expect(readEnv(enough).DNS_SERVERS).toEqual([]);
  const DNS_SERVERS = "10.0.0.2, 127.0.0.1:5353 [::1]:53,2001:db8::1";
  expect(readEnv({ ...enough, DNS_SERVERS }).DNS_SERVERS).toEqual([
    "10.0.0.2",
    "127.0.0.1:5353",
    "[::1]:53",
    "2001:db8::1",
  ]);
});
