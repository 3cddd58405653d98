// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PausableUpgradeable} from "@openzeppelin/contracts-upgradeable/utils/PausableUpgradeable.sol";
import {AssetData} from "../../src/bridge/AssetData.sol";
import {TxStatus} from "../../src/common/Types.sol";
import {IL1Nullifier} from "../../src/interfaces/IL1Nullifier.sol";
import {INativeTokenVault} from "../../src/interfaces/INativeTokenVault.sol";
import {BridgeFixture} from "./BridgeFixture.sol";

contract FailedDepositsTest is BridgeFixture {
    bytes32 private txHash;
    bytes private constant INVALID = abi.encodePacked(IL1Nullifier.InvalidProof.selector);

    function setUp() public {
        deployBridge();
        txHash = depositToken(CHAIN_A, token, ALICE, 40);
        depositToken(CHAIN_B, token, BOB, 40);
    }

    function test_DepositorGetsItBack() public {
        (uint256 batch, bytes32[] memory proof) = result(CHAIN_A, txHash, TxStatus.Failure);
        claim(CHAIN_A, ALICE, token, 40, txHash, batch, proof);
        vm.assertEq(token.balanceOf(ALICE), 40, "refund");
        vm.assertEq(vault.chainBalance(CHAIN_A, tokenId), 0, "chain");
        vm.assertEq(nullifier.depositHappened(CHAIN_A, txHash), bytes32(0), "forgotten");
    }

    function test_OnlyOnce() public {
        (uint256 batch, bytes32[] memory proof) = result(CHAIN_A, txHash, TxStatus.Failure);
        claim(CHAIN_A, ALICE, token, 40, txHash, batch, proof);
        bytes32 expected = AssetData.depositHash(ALICE, tokenId, 40);
        bytes memory data = abi.encode(uint256(40), ALICE, address(token));
        vm.expectRevert(abi.encodeWithSelector(IL1Nullifier.DepositDoesNotExist.selector, expected, bytes32(0)));
        router.bridgeRecoverFailedTransfer(CHAIN_A, ALICE, tokenId, data, txHash, batch, 0, 0, proof);
    }

    function _refused(
        uint256 chain,
        address sender,
        bytes32 id,
        uint256 amount,
        uint256 batch,
        bytes32[] memory proof,
        bytes memory reason
    ) private {
        bytes memory data = abi.encode(amount, sender, address(token));
        vm.expectRevert(reason);
        router.bridgeRecoverFailedTransfer(chain, sender, id, data, txHash, batch, 0, 0, proof);
        vm.assertEq(token.balanceOf(address(vault)), 80, "token moved");
    }

    function test_RefusesSuccessfulDeposit() public {
        (uint256 batch, bytes32[] memory proof) = result(CHAIN_A, txHash, TxStatus.Success);
        _refused(CHAIN_A, ALICE, tokenId, 40, batch, proof, INVALID);
    }

    function test_RefusesBatchNotExecuted() public {
        (uint256 batch, bytes32[] memory proof) = result(CHAIN_A, txHash, TxStatus.Failure);
        hub.execute(CHAIN_A, batch, 0);
        _refused(CHAIN_A, ALICE, tokenId, 40, batch, proof, INVALID);
    }

    function test_RefusesAnotherOperation() public {
        (uint256 batch, bytes32[] memory proof) = result(CHAIN_A, keccak256("another"), TxStatus.Failure);
        _refused(CHAIN_A, ALICE, tokenId, 40, batch, proof, INVALID);
    }

    function test_RefusesAnotherChain() public {
        (uint256 batch, bytes32[] memory proof) = result(CHAIN_B, txHash, TxStatus.Failure);
        bytes32 expected = AssetData.depositHash(ALICE, tokenId, 40);
        _refused(
            CHAIN_B,
            ALICE,
            tokenId,
            40,
            batch,
            proof,
            abi.encodeWithSelector(IL1Nullifier.DepositDoesNotExist.selector, expected, bytes32(0))
        );
    }

    function testFuzz_RefusesAnotherDeposit(address sender, uint256 amount, bool otherAsset) public {
        vm.assume(sender != ALICE || amount != 40 || otherAsset);
        bytes32 id = otherAsset ? ethId : tokenId;
        (uint256 batch, bytes32[] memory proof) = result(CHAIN_A, txHash, TxStatus.Failure);
        bytes memory reason = abi.encodeWithSelector(
            IL1Nullifier.DepositDoesNotExist.selector,
            AssetData.depositHash(sender, id, amount),
            AssetData.depositHash(ALICE, tokenId, 40)
        );
        _refused(CHAIN_A, sender, id, amount, batch, proof, reason);
    }

    function test_RefusesMalformedData() public {
        (uint256 batch, bytes32[] memory proof) = result(CHAIN_A, txHash, TxStatus.Failure);
        vm.expectRevert(abi.encodeWithSelector(INativeTokenVault.MalformedData.selector, 64));
        router.bridgeRecoverFailedTransfer(CHAIN_A, ALICE, tokenId, new bytes(64), txHash, batch, 0, 0, proof);
    }

    function test_PauseStopsClaims() public {
        (uint256 batch, bytes32[] memory proof) = result(CHAIN_A, txHash, TxStatus.Failure);
        vm.prank(OWNER);
        nullifier.pause();
        _refused(
            CHAIN_A, ALICE, tokenId, 40, batch, proof, abi.encodePacked(PausableUpgradeable.EnforcedPause.selector)
        );
    }

    function test_OneOperationIsRecordedOnce() public {
        vm.prank(address(router));
        vm.expectRevert(abi.encodeWithSelector(IL1Nullifier.DepositAlreadyRecorded.selector, txHash));
        nullifier.bridgehubConfirmL2TransactionForwarded(CHAIN_A, bytes32(uint256(1)), txHash);
    }
}
