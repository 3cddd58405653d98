// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ETH_TOKEN_ADDRESS, L2_ASSET_ROUTER, L2_BASE_TOKEN} from "../../src/common/Constants.sol";
import {MessageHashing} from "../../src/common/MessageHashing.sol";
import {CommitBatchInfo, FinalizeL1DepositParams, StoredBatchInfo, TxStatus} from "../../src/common/Types.sol";
import {IL1Nullifier} from "../../src/interfaces/IL1Nullifier.sol";
import {vm} from "../core/Vm.sol";
import {BridgeOnCore} from "./BridgeOnCore.sol";
import {LogTree} from "./LogTree.sol";

/// @dev Requests go through the queue of the chain, and a withdrawal is paid when its batch is executed and not before.
contract WithCoreTest is BridgeOnCore {
    function _mustFail(FinalizeL1DepositParams memory p) private {
        vm.expectRevert(IL1Nullifier.InvalidProof.selector);
        nullifier.finalizeDeposit(p);
    }

    function test_DepositsReachTheQueueAndTheVault() public {
        deposit(1 ether);
        uint256 held = address(vault).balance;
        require(hub.baseToken(CHAIN_ID) == ETH_TOKEN_ADDRESS, "base token");
        require(held > 1 ether && vault.chainBalance(CHAIN_ID, etherId) == held, "ether deposit");
        bytes32 op = _depositToken(70);
        require(token.balanceOf(address(vault)) == 70, "token deposit");
        require(nullifier.depositHappened(CHAIN_ID, op) != 0, "remembered");
    }

    function test_PaidWhenExecutedAndNotBefore() public {
        bytes32[] memory ops = new bytes32[](3);
        ops[0] = deposit(1 ether);
        ops[1] = _depositToken(70);
        ops[2] = _depositToken(30);

        FinalizeL1DepositParams memory eth =
            _withdrawal(L2_BASE_TOKEN, abi.encodePacked(FINALIZE_ETH, STRANGER, uint256(0.4 ether)));
        bytes memory transfer = abi.encode(USER, STRANGER, address(token), uint256(20), bytes(""));
        FinalizeL1DepositParams memory tok =
            _withdrawal(L2_ASSET_ROUTER, abi.encodePacked(FINALIZE_DEPOSIT, CHAIN_ID, tokenId, transfer));
        bytes32[] memory leaves = new bytes32[](5);
        for (uint16 i = 0; i < 3; ++i) {
            TxStatus status = i == 2 ? TxStatus.Failure : TxStatus.Success;
            leaves[i] = MessageHashing.leafOfLog(MessageHashing.logOfPriorityResult(ops[i], i, status));
        }
        (leaves[3], leaves[4]) = (_leaf(eth), _leaf(tok));
        (eth.l2MessageIndex, tok.l2MessageIndex) = (3, 4);
        (, eth.merkleProof) = LogTree.prove(leaves, 3);
        bytes32 logsRoot;
        (logsRoot, tok.merkleProof) = LogTree.prove(leaves, 4);

        CommitBatchInfo memory b = batch(1, ops);
        b.l2LogsTreeRoot = logsRoot;
        _mustFail(eth);
        commit(last, b);
        _mustFail(eth);
        StoredBatchInfo memory s = stored(b);
        prove(last, s);
        _mustFail(tok);
        execute(s);

        nullifier.finalizeDeposit(eth);
        nullifier.finalizeDeposit(tok);
        require(STRANGER.balance == 0.4 ether && token.balanceOf(STRANGER) == 20, "paid");
        require(bridge.isWithdrawalFinalized(CHAIN_ID, 1, 3), "used up");
        vm.expectRevert(IL1Nullifier.WithdrawalAlreadyFinalized.selector);
        nullifier.finalizeDeposit(eth);
        _refund(ops, leaves);
        require(vault.chainBalance(CHAIN_ID, tokenId) == 50 && token.balanceOf(address(vault)) == 50, "funds = claims");
        require(vault.chainBalance(CHAIN_ID, etherId) == address(vault).balance, "ether = claims");
    }

    function _refund(bytes32[] memory ops, bytes32[] memory leaves) private {
        (, bytes32[] memory proof) = LogTree.prove(leaves, 1);
        bytes memory data = abi.encode(uint256(70), USER, address(token));
        vm.expectRevert(IL1Nullifier.InvalidProof.selector);
        bridge.bridgeRecoverFailedTransfer(CHAIN_ID, USER, tokenId, data, ops[1], 1, 1, 1, proof);
        (, proof) = LogTree.prove(leaves, 2);
        data = abi.encode(uint256(30), USER, address(token));
        bridge.bridgeRecoverFailedTransfer(CHAIN_ID, USER, tokenId, data, ops[2], 1, 2, 2, proof);
        require(token.balanceOf(USER) == 30, "refunded");
    }
}
