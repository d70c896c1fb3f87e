declare module "autocannon" {
  function autocannon(options: autocannon.Options): Promise<autocannon.Outcome>;

  namespace autocannon {
    interface Request {
      readonly method: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }

    interface Client {
      setRequests(requests: readonly Request[]): void;
    }

    interface Options {
      readonly url: string;
      readonly method?: string;
      readonly connections: number;
      readonly duration: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly setupClient?: (client: Client) => void;
    }

    interface Outcome {
      readonly requests: { readonly average: number };
      readonly non2xx: number;
      readonly errors: number;
    }
  }

  export default autocannon;
}
