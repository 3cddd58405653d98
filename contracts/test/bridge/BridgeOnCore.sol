// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {UpgradeableBeacon} from "@openzeppelin/contracts/proxy/beacon/UpgradeableBeacon.sol";
import {BridgedStandardERC20} from "../../src/bridge/BridgedStandardERC20.sol";
import {L1AssetRouter} from "../../src/bridge/L1AssetRouter.sol";
import {L1NativeTokenVault} from "../../src/bridge/L1NativeTokenVault.sol";
import {L1Nullifier} from "../../src/bridge/L1Nullifier.sol";
import {AssetId} from "../../src/common/AssetId.sol";
import {MessageHashing} from "../../src/common/MessageHashing.sol";
import {FinalizeL1DepositParams, L2Message, L2TransactionRequestTwoBridgesOuter} from "../../src/common/Types.sol";
import {TestERC20} from "../../src/token/TestERC20.sol";
import {Core} from "../core/Core.sol";
import {vm} from "../core/Vm.sol";
import {Vm as BridgeVm} from "./Cheats.sol";

/// @dev The bridge on the real settlement core with its one chain.
abstract contract BridgeOnCore is Core {
    bytes32 private constant IMPLEMENTATION_SLOT = 0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc;
    bytes4 internal constant FINALIZE_ETH =
        bytes4(keccak256("finalizeEthWithdrawal(uint256,uint256,uint16,bytes,bytes32[])"));
    bytes4 internal constant FINALIZE_DEPOSIT = bytes4(keccak256("finalizeDeposit(uint256,bytes32,bytes)"));

    L1Nullifier internal nullifier;
    L1AssetRouter internal bridge;
    L1NativeTokenVault internal vault;
    TestERC20 internal token;
    bytes32 internal etherId;
    bytes32 internal tokenId;

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
    function _inPlaceOfTheFake(address implementation) internal returns (L1AssetRouter) {
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

    function _depositToken(uint256 amount) internal returns (bytes32) {
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

    function _withdrawal(address sender, bytes memory message)
        internal
        pure
        returns (FinalizeL1DepositParams memory p)
    {
        (p.chainId, p.l2BatchNumber, p.l2TxNumberInBatch) = (CHAIN_ID, 1, 4);
        (p.l2Sender, p.message) = (sender, message);
    }

    function _leaf(FinalizeL1DepositParams memory p) internal pure returns (bytes32) {
        return
            MessageHashing.leafOfLog(MessageHashing.logOfMessage(L2Message(p.l2TxNumberInBatch, p.l2Sender, p.message)));
    }
}
