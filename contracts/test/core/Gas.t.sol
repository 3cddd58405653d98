// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {CommitBatchInfo, L2Message, L2TransactionRequestDirect, StoredBatchInfo} from "../../src/common/Types.sol";
import {Core} from "./Core.sol";
import {vm} from "./Vm.sol";

/// @title Gas of the operations, kept in snapshots/core.json
/// @dev Each call is a transaction of its own: nothing is warm, and the gas includes the 21,000 and the call data.
/// forge-config: default.isolate = true
contract GasTest is Core {
    bytes32[] private none;

    function test_requestDirect() public {
        deposit(1);
        L2TransactionRequestDirect memory r = request(1 ether);
        vm.deal(USER, r.mintValue);
        vm.prank(USER, USER);
        hub.requestL2TransactionDirect{value: r.mintValue}(r);
        vm.snapshotGasLastCall("core", "requestL2TransactionDirect");
    }

    function test_settleEmpty() public {
        execute(proven(none));
        settle(none, "");
    }

    function test_settleTenOperations() public {
        execute(proven(none));
        bytes32[] memory ops = new bytes32[](10);
        for (uint256 i = 0; i < 10; ++i) {
            ops[i] = deposit(i);
        }
        settle(ops, " with 10 priority operations");
    }

    function test_commitFullCalldata() public {
        execute(proven(none));
        CommitBatchInfo memory b = batch(2);
        b.operatorDAInput = new bytes(110_000);
        b.daCommitment = keccak256(b.operatorDAInput);
        commit(last, b);
        vm.snapshotGasLastCall("core", "commit with 110,000 bytes of calldata");
    }

    function test_proveTen() public {
        StoredBatchInfo[] memory list = new StoredBatchInfo[](10);
        StoredBatchInfo memory previous = last;
        uint256 acc;
        for (uint256 i = 0; i < 10; ++i) {
            CommitBatchInfo memory b = batch(i + 1);
            commit(previous, b);
            list[i] = stored(b);
            uint256 next = input(previous, list[i]);
            acc = i == 0 ? next : uint256(keccak256(abi.encodePacked(acc, next))) % 2 ** 253;
            previous = list[i];
        }
        bytes memory data = proveData(last, list, acc);
        vm.prank(OPERATOR);
        timelock.proveBatchesSharedBridge(address(chain), 1, 10, data);
        vm.snapshotGasLastCall("core", "prove 10 batches at once");
    }

    function test_proveMessage() public {
        execute(proven(none));
        bytes32[] memory proof = new bytes32[](16);
        proof[0] = bytes32(hex"010f0001");
        hub.proveL2MessageInclusion(CHAIN_ID, 1, 0, L2Message(1, address(0x800a), new bytes(100)), proof);
        vm.snapshotGasLastCall("core", "proveL2MessageInclusion");
    }

    function settle(bytes32[] memory ops, string memory suffix) private {
        CommitBatchInfo memory b = batch(2, ops);
        commit(last, b);
        vm.snapshotGasLastCall("core", string.concat("commit", suffix));
        StoredBatchInfo memory s = stored(b);
        prove(last, s);
        vm.snapshotGasLastCall("core", string.concat("prove", suffix));
        execute(s);
        vm.snapshotGasLastCall("core", string.concat("execute", suffix));
    }
}

/// @dev Forge cannot make transactions with blobs, so this one call is measured inside of the test.
contract BlobGasTest is Core {
    function test_commitTwoBlobs() public {
        execute(proven(new bytes32[](0)));
        string memory file = vm.readFile("test/vectors/blobs.json");
        vm.prank(ADMIN);
        chain.setDAValidator(address(blobs));
        vm.blobhashes(vm.parseJsonBytes32Array(file, ".versionedHashes"));
        CommitBatchInfo memory b = batch(2);
        b.daCommitmentScheme = 4;
        b.daCommitment = vm.parseJsonBytes32(file, ".daCommitment");
        b.operatorDAInput = vm.parseJsonBytes(file, ".operatorDAInput");
        commit(last, b);
        vm.snapshotGasLastCall("core", "commit with 2 blobs (execution only, warm storage)");
    }
}
