const needReason = ["needs_records", "rejected", "on_hold"];
const names = {
  in_review: "Review",
  planning: "Plan",
  needs_records: "Ask for records",
  rejected: "Reject",
  plan_ready: "Present a plan",
  in_production: "Produce",
  shipped: "Ship",
  on_hold: "Put on hold",
};

/** What the lab's people may do next with a case. `act` sends the move; `make` makes an element. */
export function labWorkItem(make, work, act) {
  const title = `${work.caseNumber} · ${work.status}`;
  const item = make("form", { className: "item" });
  item.setAttribute("aria-label", title);
  const isResumed = work.status === "on_hold";
  const wantsReason = !isResumed && work.nextMoves.some((move) => needReason.includes(move));
  const reason = field(make, "Reason", wantsReason);
  const tracking = field(make, "Tracking number", work.nextMoves.includes("shipped") && !isResumed);
  const refusal = make("div", { className: "refusal", role: "status" });
  const buttons = work.nextMoves.map((status) => {
    const button = make("button", { type: "button", textContent: nameOf(status, work) });
    button.addEventListener("click", async () => {
      refusal.textContent = await act(`/lab/cases/${work.id}/move`, {
        status,
        ...(needReason.includes(status) && reason.value ? { reason: reason.value } : {}),
        ...(status === "shipped" && tracking.value ? { tracking: tracking.value } : {}),
      });
    });
    return button;
  });
  // Enter would otherwise send the page away.
  item.addEventListener("submit", (event) => event.preventDefault());
  item.append(
    make("strong", { textContent: title }),
    make("div", { className: "meta", textContent: `${work.lab} · for ${work.doctor}` }),
    ...notes(work).map((textContent) => make("div", { className: "meta", textContent })),
    make("div", { className: "buttons" }, ...reason.shown, ...tracking.shown, ...buttons),
    refusal,
  );
  return item;
}

function nameOf(status, { status: current }) {
  if (current === "on_hold") return "Go on";
  if (status === "plan_ready" && current === "plan_ready") return "Replace the plan";
  return names[status] ?? status;
}

function notes({ reason, tracking, plan, planReview, waitingWebhooks }) {
  const said = [];
  if (reason) said.push(`Last reason: ${reason}`);
  if (tracking) said.push(`Tracking: ${tracking}`);
  if (plan) {
    const { number, upperStages, lowerStages, daysPerStage } = plan;
    said.push(
      `Plan ${number}: ${upperStages} upper, ${lowerStages} lower, ${daysPerStage} days each`,
    );
  }
  if (planReview) {
    const { decision, comments } = planReview;
    said.push(`The doctor: ${decision}${comments ? `, “${comments}”` : ""}`);
  }
  if (waitingWebhooks > 0) said.push(`${waitingWebhooks} webhook(s) not delivered yet`);
  return said;
}

function field(make, name, isWanted) {
  const input = make("input", { type: "text", maxLength: 2000, autocomplete: "off" });
  return {
    shown: isWanted ? [make("label", {}, `${name} `, input)] : [],
    get value() {
      return input.value.trim();
    },
  };
}
