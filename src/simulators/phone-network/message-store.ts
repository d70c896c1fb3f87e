export const phoneDdl = `
  create table if not exists message (
    sid text primary key,
    position bigint generated always as identity,
    account_sid text not null,
    sender text not null,
    recipient text not null,
    body text not null,
    segments int not null,
    status text not null,
    error_code int,
    price text,
    status_callback text,
    created_at timestamptz not null,
    sent_at timestamptz,
    -- Real time: what a phone network does takes no account of the movable clock.
    accepted_at timestamptz not null default clock_timestamp()
  );
  create index if not exists message_recipient on message (recipient, position desc);
  create index if not exists message_unfinished on message (accepted_at) where price is null;
  create table if not exists callback (
    position bigint generated always as identity primary key,
    sid text not null references message on delete cascade,
    url text not null,
    status text not null,
    error_code int,
    tries int not null default 0,
    due_at timestamptz not null
  )`;

export interface MessageRow {
  readonly sid: string;
  readonly account_sid: string;
  readonly sender: string;
  readonly recipient: string;
  readonly body: string;
  readonly segments: number;
  readonly status: string;
  readonly error_code: number | null;
  readonly price: string | null;
  readonly status_callback: string | null;
  readonly created_at: Date;
  readonly sent_at: Date | null;
}

/** The account that the demo is configured with; the real one lives in the environment alone. */
export interface PhoneAccount {
  readonly accountSid: string;
  readonly authToken: string;
}

export const demoAccount: PhoneAccount = {
  accountSid: "AC00000000000000000000000000000000",
  authToken: "demo-phone-network-token",
};
