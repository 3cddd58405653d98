// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {L2_ASSET_ROUTER, L2_BASE_TOKEN} from "../../src/common/Constants.sol";
import {MessageHashing} from "../../src/common/MessageHashing.sol";
import {CommitBatchInfo, FinalizeL1DepositParams, StoredBatchInfo, TxStatus} from "../../src/common/Types.sol";
import {vm} from "../core/Vm.sol";
import {BridgeOnCore} from "./BridgeOnCore.sol";
import {LogTree} from "./LogTree.sol";

/// @title Gas of the bridge on L1, kept in snapshots/bridge.json
/// @dev Each call is a transaction of its own: nothing is warm, and the gas includes the 21,000 and the call data.
/// forge-config: default.isolate = true
contract BridgeGasTest is BridgeOnCore {
    function test_deposits() public {
        deposit(1 ether);
        deposit(1 ether);
        vm.snapshotGasLastCall("bridge", "deposit ether");
        _depositToken(70);
        vm.snapshotGasLastCall("bridge", "deposit a token for the first time");
        _depositToken(70);
        vm.snapshotGasLastCall("bridge", "deposit a token");
    }

    function test_payments() public {
        bytes32[] memory ops = new bytes32[](3);
        ops[0] = deposit(1 ether);
        ops[1] = _depositToken(70);
        ops[2] = _depositToken(30);
        FinalizeL1DepositParams memory eth =
            _withdrawal(L2_BASE_TOKEN, abi.encodePacked(FINALIZE_ETH, USER, uint256(0.4 ether)));
        bytes memory transfer =
            abi.encode(USER, USER, address(token), uint256(20), vault.getERC20Getters(address(token), block.chainid));
        FinalizeL1DepositParams memory tok =
            _withdrawal(L2_ASSET_ROUTER, abi.encodePacked(FINALIZE_DEPOSIT, CHAIN_ID, tokenId, transfer));
        bytes32[] memory leaves = new bytes32[](3);
        leaves[0] = MessageHashing.leafOfLog(MessageHashing.logOfPriorityResult(ops[2], 2, TxStatus.Failure));
        (leaves[1], leaves[2]) = (_leaf(eth), _leaf(tok));
        (eth.l2MessageIndex, tok.l2MessageIndex) = (1, 2);
        (, eth.merkleProof) = LogTree.prove(leaves, 1);
        (, tok.merkleProof) = LogTree.prove(leaves, 2);
        (bytes32 logsRoot, bytes32[] memory proof) = LogTree.prove(leaves, 0);
        CommitBatchInfo memory b = batch(1, ops);
        b.l2LogsTreeRoot = logsRoot;
        commit(last, b);
        StoredBatchInfo memory s = stored(b);
        prove(last, s);
        execute(s);

        nullifier.finalizeDeposit(eth);
        vm.snapshotGasLastCall("bridge", "finalise a withdrawal of ether");
        nullifier.finalizeDeposit(tok);
        vm.snapshotGasLastCall("bridge", "finalise a withdrawal of a token");
        bytes memory data = abi.encode(uint256(30), USER, address(token));
        bridge.bridgeRecoverFailedTransfer(CHAIN_ID, USER, tokenId, data, ops[2], 1, 0, 2, proof);
        vm.snapshotGasLastCall("bridge", "claim a failed deposit");
    }
}
