// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Chain} from "../../src/chain/Chain.sol";
import {CommitBatchInfo, StoredBatchInfo} from "../../src/common/Types.sol";
import {Core} from "./Core.sol";
import {vm} from "./Vm.sol";

/// @title An operator and users that do whatever comes next
/// @dev The model is plain: lists of hashes. The contracts are compared with it after every step.
contract Life is Core {
    bytes32[] public queued;
    StoredBatchInfo[] private history; // history[n] is batch n
    uint256[] private opsBefore; // operations in batches 0..n
    uint256 public verified;
    uint256 public executed;
    uint256 public highestExecuted;

    constructor() {
        setUp();
        history.push(last);
        opsBefore.push(0);
    }

    function committed() public view returns (uint256) {
        return history.length - 1;
    }

    function tellExecutedOps() external view returns (uint256) {
        return opsBefore[executed];
    }

    function tellBatch(uint256 n) external view returns (StoredBatchInfo memory) {
        return history[n];
    }

    function get() external view returns (address) {
        return address(chain);
    }

    function tellTotal() external view returns (uint256) {
        return router.baseTokenTaken();
    }

    function tellHeld() external view returns (uint256) {
        return address(router).balance;
    }

    function stepDeposit(uint96 value) external {
        queued.push(deposit(value));
    }

    function stepCommit(uint256 count) external {
        uint256 n = history.length;
        uint256 from = opsBefore[n - 1];
        bytes32[] memory ops = new bytes32[](bound(count, 0, queued.length - from));
        for (uint256 i = 0; i < ops.length; ++i) {
            ops[i] = queued[from + i];
        }
        CommitBatchInfo memory b = batch(n, ops);
        b.newStateCommitment = keccak256(abi.encode(n, count));
        commit(history[n - 1], b);
        history.push(stored(b));
        opsBefore.push(from + ops.length);
    }

    function stepProve() external {
        if (verified == committed()) return;
        prove(history[verified], history[verified + 1]);
        ++verified;
    }

    function stepExecute() external {
        if (executed == verified) return;
        execute(history[executed + 1]);
        ++executed;
        highestExecuted = executed > highestExecuted ? executed : highestExecuted;
    }

    function stepRevert(uint256 target) external {
        if (committed() == executed) return;
        target = bound(target, executed, committed() - 1);
        revertTo(target);
        while (committed() > target) {
            history.pop();
            opsBefore.pop();
        }
        if (verified > target) verified = target;
    }

    function stepForge(uint256 n, bytes32 seed) external {
        StoredBatchInfo memory forged = history[bound(n, 0, committed())];
        forged.batchHash = seed;
        bytes memory data = executeData(one(forged));
        vm.prank(OPERATOR);
        (bool ok,) = address(timelock)
            .call(
                abi.encodeCall(
                    timelock.executeBatchesSharedBridge, (address(chain), forged.batchNumber, forged.batchNumber, data)
                )
            );
        yes(!ok, "a forged batch was executed");
    }
}

contract InvariantsTest is Core {
    Life private life;

    function setUp() public override {
        life = new Life();
        chain = Chain(life.get());
    }

    function targetContracts() public view returns (address[] memory list) {
        list = new address[](1);
        list[0] = address(life);
    }

    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    function targetSelectors() public view returns (FuzzSelector[] memory list) {
        bytes4[] memory steps = new bytes4[](6);
        steps[0] = life.stepDeposit.selector;
        steps[1] = life.stepCommit.selector;
        steps[2] = life.stepProve.selector;
        steps[3] = life.stepExecute.selector;
        steps[4] = life.stepRevert.selector;
        steps[5] = life.stepForge.selector;
        list = new FuzzSelector[](1);
        list[0] = FuzzSelector(address(life), steps);
    }

    function invariant_countsAreOrderedAndExecutionIsFinal() public view {
        eq(chain.getTotalBatchesCommitted(), life.committed());
        eq(chain.getTotalBatchesVerified(), life.verified());
        eq(chain.getTotalBatchesExecuted(), life.executed());
        yes(life.executed() <= life.verified() && life.verified() <= life.committed(), "order");
        eq(life.executed(), life.highestExecuted());
    }

    function invariant_historyIsWhatWasCommitted() public view {
        for (uint256 n = 0; n <= life.committed(); ++n) {
            StoredBatchInfo memory s = life.tellBatch(n);
            eq(chain.storedBatchHash(n), keccak256(abi.encode(s)));
            eq(chain.l2LogsRootHash(n), n == 0 || n > life.executed() ? bytes32(0) : s.l2LogsTreeRoot);
        }
        eq(chain.storedBatchHash(life.committed() + 1), 0);
    }

    function invariant_operationsLeaveTheQueueInOrderAndOnce() public view {
        uint256 first = life.tellExecutedOps();
        eq(chain.getFirstUnprocessedPriorityTx(), first);
        eq(chain.getPriorityQueueSize() + first, chain.getTotalPriorityTxs());
        for (uint256 id = 0; id < chain.getTotalPriorityTxs(); ++id) {
            eq(chain.getPriorityTxHash(id), id < first ? bytes32(0) : life.queued(id));
        }
    }

    function invariant_theRouterHoldsWhatWasMinted() public view {
        eq(life.tellHeld(), life.tellTotal());
    }
}
