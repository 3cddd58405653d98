// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {UpgradeableBeacon} from "@openzeppelin/contracts/proxy/beacon/UpgradeableBeacon.sol";
import {BridgedStandardERC20} from "../../src/bridge/BridgedStandardERC20.sol";
import {L1AssetRouter} from "../../src/bridge/L1AssetRouter.sol";
import {L1NativeTokenVault} from "../../src/bridge/L1NativeTokenVault.sol";
import {L1Nullifier} from "../../src/bridge/L1Nullifier.sol";
import {AssetId} from "../../src/common/AssetId.sol";
import {ETH_TOKEN_ADDRESS, L2_ASSET_ROUTER, L2_BASE_TOKEN} from "../../src/common/Constants.sol";
import {MessageHashing} from "../../src/common/MessageHashing.sol";
import {
    CommitBatchInfo,
    FinalizeL1DepositParams,
    L2Message,
    L2TransactionRequestTwoBridgesOuter,
    StoredBatchInfo,
    TxStatus
} from "../../src/common/Types.sol";
import {IL1Nullifier} from "../../src/interfaces/IL1Nullifier.sol";
import {TestERC20} from "../../src/token/TestERC20.sol";
import {Core} from "../core/Core.sol";
import {vm} from "../core/Vm.sol";
import {Vm as BridgeVm} from "./Cheats.sol";
import {LogTree} from "./LogTree.sol";

/// @dev The bridge on the real settlement core: requests go through its queue, and a withdrawal is paid when its batch is
/// executed and not before.
contract WithCoreTest is Core {
    bytes32 private constant IMPLEMENTATION_SLOT = 0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc;
    bytes4 private constant FINALIZE_ETH =
        bytes4(keccak256("finalizeEthWithdrawal(uint256,uint256,uint16,bytes,bytes32[])"));
    bytes4 private constant FINALIZE_DEPOSIT = bytes4(keccak256("finalizeDeposit(uint256,bytes32,bytes)"));

    L1Nullifier private nullifier;
    L1AssetRouter private bridge;
    L1NativeTokenVault private vault;
    TestERC20 private token;
    bytes32 private etherId;
    bytes32 private tokenId;

    function setUp() public override {
        super.setUp();
        nullifier =
            L1Nullifier(proxy(address(new L1Nullifier(address(hub))), abi.encodeCall(L1Nullifier.initialize, OWNER)));
        bridge = _inPlaceOfTheFake(address(new L1AssetRouter(address(hub), address(nullifier))));
        address beacon = address(new UpgradeableBeacon(address(new BridgedStandardERC20()), OWNER));
        vault = L1NativeTokenVault(
            proxy(
                address(new L1NativeTokenVault(address(bridge), address(nullifier))),
                abi.encodeCall(L1NativeTokenVault.initialize, (OWNER, beacon))
            )
        );
        vm.startPrank(OWNER);
        nullifier.setL1AssetRouter(address(bridge));
        nullifier.setL1NativeTokenVault(address(vault));
        bridge.setNativeTokenVault(address(vault));
        vm.stopPrank();
        token = new TestERC20("Token", "TOK", 6);
        etherId = AssetId.ofEther(block.chainid);
        tokenId = AssetId.ofToken(block.chainid, address(token));
    }

    /// @dev The core knows the address of its stand-in for good, so the router moves in there.
    function _inPlaceOfTheFake(address implementation) private returns (L1AssetRouter) {
        BridgeVm cheats = BridgeVm(address(vm));
        address donor = proxy(implementation, abi.encodeCall(L1AssetRouter.initialize, OWNER));
        cheats.etch(address(router), donor.code);
        for (uint256 slot = 0; slot < 8; ++slot) {
            cheats.store(address(router), bytes32(slot), 0);
        }
        cheats.store(address(router), IMPLEMENTATION_SLOT, bytes32(uint256(uint160(implementation))));
        L1AssetRouter(address(router)).initialize(OWNER);
        return L1AssetRouter(address(router));
    }

    function _depositToken(uint256 amount) private returns (bytes32) {
        token.mint(USER, amount);
        uint256 mint = hub.l2TransactionBaseCost(CHAIN_ID, GAS_PRICE, 2_000_000, 800);
        vm.deal(USER, mint);
        vm.prank(USER);
        token.approve(address(bridge), amount);
        L2TransactionRequestTwoBridgesOuter memory r;
        r.chainId = CHAIN_ID;
        r.mintValue = mint;
        r.l2GasLimit = 2_000_000;
        r.l2GasPerPubdataByteLimit = 800;
        r.secondBridgeAddress = address(bridge);
        r.secondBridgeCalldata = bytes.concat(hex"01", abi.encode(tokenId, abi.encode(amount, USER, address(token))));
        vm.prank(USER, USER);
        return hub.requestL2TransactionTwoBridges{value: mint}(r);
    }

    function _withdrawal(address sender, bytes memory message) private pure returns (FinalizeL1DepositParams memory p) {
        (p.chainId, p.l2BatchNumber, p.l2TxNumberInBatch) = (CHAIN_ID, 1, 4);
        (p.l2Sender, p.message) = (sender, message);
    }

    function _leaf(FinalizeL1DepositParams memory p) private pure returns (bytes32) {
        return
            MessageHashing.leafOfLog(MessageHashing.logOfMessage(L2Message(p.l2TxNumberInBatch, p.l2Sender, p.message)));
    }

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
