import { Fragment } from "react";

/** An e-mail address that breaks after its @ or before a dot, and inside a word only where even that is too long. */
export function AddressText({ address }: { address: string }) {
  return (
    <span className="wrap-anywhere">
      {address.split(/(?<=@)|(?=\.)/).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
