// Speaks to an actor of the bank. All that is known of it is its contracts.proto, and coerce.proto, which that imports.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import protobuf from "protobufjs";
import { fromDecimal, toDecimal } from "./decimal.mjs";

const CONTRACTS = "contracts.proto";
const HEADER_SIZE = 4;

const file = (path) => fileURLToPath(new URL(path, import.meta.url));

// An import is a name below one of these folders, as with protoc -I. protobufjs has those of google itself.
const root = new protobuf.Root();
root.resolvePath = (_, target) =>
  target === CONTRACTS ? file("../../Bank/contracts.proto")
    : target.startsWith("coerce/") ? file(`../../../src/Coerce.Runtime/Contracts/Protos/${target}`)
    : target;
await root.load([CONTRACTS, "google/protobuf/wrappers.proto"]);

const Envelope = root.lookupType("coerce.Envelope");
const Failure = root.lookupType("google.protobuf.StringValue");
const { Kind } = Envelope.nested;
const account = root.lookupService("bank.AccountActor");

const nameOf = (type) => type.fullName.replace(/^\./, "");
const encode = (type, value) => type.encode(type.fromObject(value)).finish();
const decode = (type, bytes) => type.toObject(type.decode(bytes), { longs: String, defaults: true, oneofs: true });

class Connection {
  constructor(command, args) {
    this.process = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
    this.ended = new Promise((resolve, reject) => {
      this.process.on("error", reject);
      this.process.on("exit", (code, signal) => resolve(code ?? signal));
    });
    this.ended.catch(() => {}); // whoever asks hears of it
    this.process.stdin.on("error", () => {}); // as does whoever writes to a program that is gone
    this.frames = readFrames(this.process.stdout);
  }

  /** Sends a message and gives back the envelope that answers it. */
  async ask(message, payload) {
    const id = Buffer.from(randomUUID().replaceAll("-", ""), "hex");
    const question = Envelope.encode({ version: 1, kind: Kind.values.KIND_ASK, message, payload, id }).finish();
    const header = Buffer.alloc(HEADER_SIZE);
    header.writeUInt32BE(question.length);
    this.process.stdin.write(Buffer.concat([header, question]));

    // Others may hold its output open when the program is gone, so that the frames do not end by themselves.
    const { value: frame } = await Promise.race([this.frames.next(), this.ended.then(() => ({}))]);
    if (!frame) throw new Error(`the program ended (${await this.ended}) before it answered ${message}`);

    const answer = Envelope.decode(frame);
    if (!id.equals(Buffer.from(answer.correlation))) throw new Error(`the answer to ${message} is one to something else`);
    return answer;
  }

  /** Calls a method of the account's service: request and reply are what the schema says. */
  async call(name, request = {}) {
    const { resolvedRequestType, resolvedResponseType } = account.methods[name].resolve();
    const answer = await this.ask(nameOf(resolvedRequestType), encode(resolvedRequestType, request));
    if (answer.kind === Kind.values.KIND_FAILURE) throw new Error(decode(Failure, answer.payload).value);
    if (answer.message !== nameOf(resolvedResponseType)) throw new Error(`${name} is answered by ${answer.message}`);
    return decode(resolvedResponseType, answer.payload);
  }

  close() {
    this.process.stdin.end();
    return this.ended;
  }
}

/** The frames of a stream, whatever the pieces in which they come. */
async function* readFrames(stream) {
  let rest = Buffer.alloc(0);
  for await (const piece of stream) {
    rest = Buffer.concat([rest, piece]);
    while (rest.length >= HEADER_SIZE && rest.length >= HEADER_SIZE + rest.readUInt32BE()) {
      const end = HEADER_SIZE + rest.readUInt32BE();
      yield rest.subarray(HEADER_SIZE, end);
      rest = rest.subarray(end);
    }
  }
}

async function deposit(bank, amount) {
  const balance = await bank.call("Deposit", { amount: toDecimal(amount) });
  console.log(`deposited ${amount}, balance ${fromDecimal(balance)}`);
}

async function withdraw(bank, amount) {
  const reply = await bank.call("Withdraw", { amount: toDecimal(amount) });
  switch (reply.case) {
    case "accepted":
      console.log(`withdrew ${amount}, balance ${fromDecimal(reply.accepted.balance)}`);
      break;
    case "insufficientFunds": {
      const { requested, available } = reply.insufficientFunds;
      console.log(`refused to pay out ${fromDecimal(requested)}: there are only ${fromDecimal(available)}`);
      break;
    }
    default:
      throw new Error("the withdrawal ended in a way that this schema does not know");
  }
}

const [command, ...args] = process.argv.slice(2);
if (!command) {
  console.error("usage: node peer.mjs PROGRAM [ARGUMENT]...");
  process.exit(2);
}

const bank = new Connection(command, args);
try {
  await deposit(bank, "12.50");
  await withdraw(bank, "1000");
  await withdraw(bank, "50");
  console.log(`the balance is ${fromDecimal(await bank.call("GetBalance"))}`);

  const answer = await bank.ask("bank.CloseAccount", new Uint8Array());
  const failed = answer.kind === Kind.values.KIND_FAILURE;
  console.log(failed ? `bank.CloseAccount failed: ${decode(Failure, answer.payload).value}` : "bank.CloseAccount was answered, and nobody knows it");

  process.exitCode = (await bank.close()) === 0 ? 0 : 1;
} catch (problem) {
  console.error("peer: " + problem.message);
  process.exitCode = 1;
  bank.close().catch(() => {}); // it never ran
} finally {
  bank.process.stdout.destroy();
}
